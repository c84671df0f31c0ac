/** Claims and checks of notebook 06. */
package lab.course.queries;
