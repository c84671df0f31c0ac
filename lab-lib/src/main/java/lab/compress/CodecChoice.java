package lab.compress;

/** Chooses how a payload is sent. */
@FunctionalInterface
public interface CodecChoice {

    /**
     * @param megabits the speed of the link in Mbit/s
     */
    Codec choose(byte[] payload, double megabits) throws Exception;
}
