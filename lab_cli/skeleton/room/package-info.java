/** Claims and checks of notebook $number. */
package lab.course.$room;
