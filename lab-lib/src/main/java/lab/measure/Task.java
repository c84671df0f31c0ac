package lab.measure;

/** Something to do that may fail; every method and lambda without a result fits. */
public interface Task {
    void run() throws Exception;
}
