package lab.jit;

import lab.dataset.Orders;
import lab.measure.FreshJvm;
import tools.jackson.databind.json.JsonMapper;

/** The child process of {@link WarmUp}: repeats the same work and prints the time of each call. */
final class FirstCalls {

    private static final int BYTES = 20_000;

    private FirstCalls() {}

    public static void main(String[] args) {
        int calls = Integer.parseInt(args[0]);
        byte[] orders = Orders.json(BYTES);
        var json = JsonMapper.shared();
        var nanos = new long[calls];
        int fields = 0;
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            fields += json.readTree(orders).size();
            nanos[i] = System.nanoTime() - start;
        }
        for (long one : nanos) {
            System.out.println(one);
        }
        System.out.println(fields > 0 ? FreshJvm.DONE : "nothing parsed");
    }
}
