package org.hearsay.browsertests;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of screens with few colours, for which a palette is enough: a fourth of the bytes. */
final class SmallPicture {
  private static final int COLOURS = 64;

  private SmallPicture() {}

  /** The same picture as a PNG with a palette, made by median cut. */
  static byte[] of(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Box> boxes = cut(counts);
    byte[][] palette = new byte[3][boxes.size()];
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      int mean = boxes.get(i).mean();
      for (int channel = 0; channel < 3; channel++) {
        palette[channel][i] = (byte) channel(mean, channel);
      }
      for (Map.Entry<Integer, Integer> colour : boxes.get(i).colours()) {
        places.put(colour.getKey(), i);
      }
    }
    BufferedImage out =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, boxes.size(), palette[0], palette[1], palette[2]));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        out.getRaster().setSample(x, y, 0, places.getOrDefault(image.getRGB(x, y) & 0xffffff, 0));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(out, "png", bytes);
    return bytes.toByteArray();
  }

  private static List<Box> cut(Map<Integer, Integer> counts) {
    List<Box> boxes = new ArrayList<>(List.of(new Box(List.copyOf(counts.entrySet()))));
    while (boxes.size() < COLOURS) {
      Box widest = boxes.stream().max(Comparator.comparingLong(Box::weight)).orElseThrow();
      if (widest.weight() == 0) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(widest.halves());
    }
    return boxes;
  }

  private static int channel(int colour, int channel) {
    return colour >> (16 - 8 * channel) & 0xff;
  }

  /** Colours, each with how many pixels have it. */
  private record Box(List<Map.Entry<Integer, Integer>> colours) {
    private int range(int of) {
      int least = 255;
      int most = 0;
      for (Map.Entry<Integer, Integer> colour : colours) {
        least = Math.min(least, channel(colour.getKey(), of));
        most = Math.max(most, channel(colour.getKey(), of));
      }
      return most - least;
    }

    private int widest() {
      int out = 0;
      for (int i = 1; i < 3; i++) {
        out = range(i) > range(out) ? i : out;
      }
      return out;
    }

    /** How much would be gained by cutting it; a colour alone cannot be cut. */
    long weight() {
      long pixels = colours.stream().mapToLong(Map.Entry::getValue).sum();
      return colours.size() < 2 ? 0 : range(widest()) * (long) Math.sqrt((double) pixels);
    }

    List<Box> halves() {
      int by = widest();
      List<Map.Entry<Integer, Integer>> sorted = new ArrayList<>(colours);
      sorted.sort(Comparator.comparingInt(colour -> channel(colour.getKey(), by)));
      int middle =
          (channel(sorted.get(0).getKey(), by)
                  + channel(sorted.get(sorted.size() - 1).getKey(), by))
              / 2;
      int at = 1;
      while (at < sorted.size() - 1 && channel(sorted.get(at).getKey(), by) <= middle) {
        at++;
      }
      return List.of(
          new Box(List.copyOf(sorted.subList(0, at))),
          new Box(List.copyOf(sorted.subList(at, sorted.size()))));
    }

    int mean() {
      long pixels = colours.stream().mapToLong(Map.Entry::getValue).sum();
      int out = 0;
      for (int channel = 0; channel < 3; channel++) {
        int of = channel;
        long sum =
            colours.stream()
                .mapToLong(colour -> (long) channel(colour.getKey(), of) * colour.getValue())
                .sum();
        out = out << 8 | (int) (sum / pixels);
      }
      return out;
    }
  }
}
