package org.hearsay.training.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.training.TrainingException;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Weights;

/**
 * Weights in Hugging Face's safetensors format: the length of a JSON header in eight bytes, the
 * header ({@code name: {dtype, shape, data_offsets}} and {@code __metadata__}), then the numbers,
 * little-endian. Only 32-bit floats are read and written.
 *
 * @param weights the numbers
 * @param facts what the writer said of them, by name
 */
public record SafeTensors(Weights weights, Map<String, String> facts) {
  private static final String FACTS = "__metadata__";

  /** A header of more than this many bytes is none. */
  private static final long LONGEST_HEADER = 1 << 24;

  /**
   * Reads a file.
   *
   * @throws IOException when the file cannot be read
   * @throws TrainingException when it does not hold a model of this architecture
   */
  public static SafeTensors read(Path file, Architecture architecture) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
      long length = channel.size() < Long.BYTES ? 0 : Long.reverseBytes(in.readLong());
      if (length <= 0 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
        throw new TrainingException(file + ": not a safetensors file");
      }
      JsonNode header = new ObjectMapper().readTree(in.readNBytes((int) length));
      Map<String, float[]> values = new LinkedHashMap<>();
      for (Map.Entry<String, int[]> parameter : architecture.parameters().entrySet()) {
        JsonNode place = header.path(parameter.getKey());
        int[] shape = parameter.getValue();
        if (!place.path("dtype").asText().equals("F32") || !isShape(place.path("shape"), shape)) {
          throw new TrainingException(
              "%s: %s is %s, and should be F32 of %s"
                  .formatted(file, parameter.getKey(), place, Arrays.toString(shape)));
        }
        float[] numbers = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        ByteBuffer bytes =
            ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        long at = Long.BYTES + length + place.path("data_offsets").path(0).asLong();
        while (bytes.hasRemaining()) {
          if (channel.read(bytes, at + bytes.position()) < 0) {
            throw new TrainingException(file + ": ends within " + parameter.getKey());
          }
        }
        bytes.flip().asFloatBuffer().get(numbers);
        values.put(parameter.getKey(), numbers);
      }
      Map<String, String> facts = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> fact : header.path(FACTS).properties()) {
        facts.put(fact.getKey(), fact.getValue().asText());
      }
      return new SafeTensors(new Weights(architecture, values), facts);
    }
  }

  private static boolean isShape(JsonNode node, int[] shape) {
    boolean same = node.size() == shape.length;
    for (int i = 0; same && i < shape.length; i++) {
      same = node.get(i).asInt() == shape[i];
    }
    return same;
  }

  /**
   * Writes the file.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    ObjectNode header = new ObjectMapper().createObjectNode();
    ObjectNode said = header.putObject(FACTS);
    facts.forEach(said::put);
    long at = 0;
    for (Map.Entry<String, int[]> parameter : weights.architecture().parameters().entrySet()) {
      ObjectNode place = header.putObject(parameter.getKey()).put("dtype", "F32");
      Arrays.stream(parameter.getValue()).forEach(place.putArray("shape")::add);
      long end = at + (long) Float.BYTES * weights.get(parameter.getKey()).length;
      place.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(head.length)
              .array());
      out.write(head);
      for (String name : weights.architecture().parameters().keySet()) {
        float[] numbers = weights.get(name);
        ByteBuffer bytes =
            ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        out.write(bytes.array());
      }
    }
  }
}
