package lab.measure;

/** Something to do that may fail; any method or lambda without a result fits. */
public interface Task {
    void run() throws Exception;
}
