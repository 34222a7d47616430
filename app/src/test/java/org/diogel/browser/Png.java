package org.diogel.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Small picture files: a page has few colours, so a palette of 256 shows it as well.
final class Png {
    static final int LARGEST = 150_000;

    private Png() {}

    static void write(Path file, byte[] png) {
        try {
            byte[] small = reduce(png);
            if (small.length > LARGEST) {
                throw new IllegalStateException(
                        file.getFileName() + " would be " + small.length + " bytes");
            }
            Files.createDirectories(file.getParent());
            Files.write(file, small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] reduce(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> count = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> common =
                count.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Map.Entry<Integer, Integer> e) -> e.getValue())
                                        .reversed())
                        .limit(256)
                        .map(Map.Entry::getKey)
                        .toList();
        int[] palette = common.stream().mapToInt(Integer::intValue).toArray();
        BufferedImage reduced =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y) & 0xffffff;
                int index = nearest.computeIfAbsent(colour, c -> nearest(palette, c));
                reduced.getRaster().setSample(x, y, 0, index);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", out);
        return out.size() < png.length ? out.toByteArray() : png;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (colour >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (palette[i] & 255) - (colour & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
