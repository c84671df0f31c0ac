/**
 * Where the time of a request goes, and what a faster part can save: Amdahl's law and the hierarchy
 * of optimisations.
 */
package lab.profile;
