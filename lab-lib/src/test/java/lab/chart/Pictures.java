package lab.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What can be seen in a picture. */
final class Pictures {

    private Pictures() {}

    static BufferedImage picture(Figure figure) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(figure.png()));
    }

    static List<Integer> colours(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return IntStream.of(picture.getRGB(0, 0, width, height, null, 0, width))
                .distinct()
                .boxed()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** In how many columns of the picture the colour is. */
    static int columns(BufferedImage picture, int colour) {
        return with(picture, colour).length;
    }

    /** The first column with the colour. */
    static int first(BufferedImage picture, int colour) {
        return with(picture, colour)[0];
    }

    private static int[] with(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getWidth())
                .filter(
                        x ->
                                IntStream.range(0, picture.getHeight())
                                        .anyMatch(y -> picture.getRGB(x, y) == colour))
                .toArray();
    }
}
