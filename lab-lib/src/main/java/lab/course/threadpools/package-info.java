/** Claims and checks of notebook 03. */
package lab.course.threadpools;
