/** Claims and checks of notebook 04. */
package lab.course.asyncpatterns;
