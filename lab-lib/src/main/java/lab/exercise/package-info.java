/**
 * What makes a notebook a lesson: predictions noted before a run, claims judged by it, exercises
 * with checks, hints and solutions, and a journal that keeps all of it across restarts. Entry
 * point: {@link lab.exercise.Classroom}.
 */
package lab.exercise;
