/**
 * How the work of regular expressions grows with the length of the text. Steps are counted, not
 * timed, so the numbers are exact. Entry point: {@link lab.regex.Growth#over}; notebook 02.
 */
package lab.regex;
