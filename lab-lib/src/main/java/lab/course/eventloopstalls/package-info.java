/** Claims and checks of notebook 02. */
package lab.course.eventloopstalls;
