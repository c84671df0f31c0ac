/** Claims and checks of notebook 05. */
package lab.course.connectionpools;
