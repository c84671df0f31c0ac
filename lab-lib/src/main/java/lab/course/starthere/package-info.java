/** Claims and checks of notebook 00. */
package lab.course.starthere;
