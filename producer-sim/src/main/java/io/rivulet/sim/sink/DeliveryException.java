package io.rivulet.sim.sink;

import java.io.IOException;

/** Records could not be brought to Kafka. The message gives the broker's reason. */
public final class DeliveryException extends IOException {
  private static final long serialVersionUID = 1L;

  DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
