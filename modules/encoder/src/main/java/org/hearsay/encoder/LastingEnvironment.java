package org.hearsay.encoder;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The runtime's environment, there as long as the process.
 *
 * <p>ONNX Runtime lets go of it in a shutdown hook of its own. A model that another thread is
 * running at that moment, when a stage or a command is told to stop, then reads freed memory, and
 * the process ends in a crash and not as it was asked to. The environment counts its holders; one
 * more, that never lets go, keeps it.
 */
final class LastingEnvironment {
  private LastingEnvironment() {}

  static OrtEnvironment get() {
    OrtEnvironment out = OrtEnvironment.getEnvironment();
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method hold =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      hold.setAccessible(true);
      hold.invoke(
          null,
          api.getLong(null),
          OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
          OrtEnvironment.DEFAULT_NAME);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Models run all the same; only the end may be rude.
      return out;
    }
    return out;
  }
}
