/** Claims and checks of notebook 07. */
package lab.course.streaming;
