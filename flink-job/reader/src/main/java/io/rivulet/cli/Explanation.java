package io.rivulet.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What a user is told of an error. */
final class Explanation {
  private Explanation() {}

  /** In one line, without a secret. */
  static String of(Exception error, String bootstrapServers) {
    if (error instanceof KafkaException) {
      return "brokers " + bootstrapServers + ": " + ofKafka(error);
    }
    if (error instanceof IOException) {
      return ofFile(error);
    }
    return error.getMessage();
  }

  private static String ofFile(Exception error) {
    if (error instanceof NoSuchFileException) {
      return "no such file or folder: " + error.getMessage();
    }
    if (error instanceof AccessDeniedException) {
      return "no right to open " + error.getMessage();
    }
    return error.getMessage();
  }

  private static String ofKafka(Exception error) {
    String text = messages(error);
    // Kafka names the word that it stumbles over, which may be a part of the password.
    if (text.contains("JAAS config")) {
      return "sasl.jaas.config of --kafka-properties cannot be read; write LOGIN-MODULE required"
          + " username=\"NAME\" password=\"PASSWORD\";";
    }
    if (error instanceof AuthenticationException) {
      return text + "; look at user, password and certificates in --kafka-properties";
    }
    if (error instanceof TimeoutException) {
      return text
          + "; check the address, that a broker runs there, and that --kafka-properties has the"
          + " security that it wants";
    }
    return text;
  }

  /** Kafka's clients often have the reason in the cause only. */
  private static String messages(Exception error) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && text.indexOf(message) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(message);
      }
    }
    return text.toString();
  }
}
