/** Claims and checks of notebook 08. */
package lab.course.serializationandcompression;
