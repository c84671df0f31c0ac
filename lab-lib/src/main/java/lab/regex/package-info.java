/**
 * Regular expressions whose matching time grows with the length of the text: steps are counted, not
 * timed.
 */
package lab.regex;
