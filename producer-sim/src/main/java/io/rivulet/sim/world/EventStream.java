package io.rivulet.sim.world;

import io.rivulet.schema.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The endless stream of a world. */
final class EventStream implements Iterator<SimulatedEvent> {
  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
  private static final long MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();
  private static final int USERS_PER_SESSION = 50;
  private static final int FEWEST_SESSIONS = 16;

  private final WorldSettings settings;
  private final List<String> actions;
  private final Users users;
  private final Items items;
  private final Outcome outcome;
  private final Labels labels;
  private final Zipf userRanks;
  private final Zipf itemRanks;
  private final Shuffle userNumbers;
  private final Shuffle itemNumbers;
  private final Situation situation = new Situation();
  private final SplittableRandom random;
  private final Session[] sessions;
  private final double millisPerEvent;
  private final String idPrefix;
  private long sequence;

  EventStream(WorldSettings settings, Items items, int dimension) {
    long seed = settings.seed();
    this.settings = settings;
    this.items = items;
    actions = settings.scenario().actions();
    users = new Users(seed, dimension, settings.drift());
    outcome = new Outcome(settings.scenario(), items, seed, dimension);
    labels = new Labels(settings.scenario(), items);
    userRanks = new Zipf(settings.users(), settings.userSkew());
    itemRanks = new Zipf(settings.items(), settings.itemSkew());
    userNumbers = new Shuffle(Hash.named(seed, "user numbers"), settings.users());
    itemNumbers = new Shuffle(Hash.named(seed, "item numbers"), settings.items());
    random = new SplittableRandom(Hash.named(seed, "stream"));
    millisPerEvent = MILLIS_PER_DAY / (settings.eventsPerUserAndDay() * settings.users());
    idPrefix = settings.scenario().label() + "-" + seed + "-";
    long count = Math.max(FEWEST_SESSIONS, settings.users() / USERS_PER_SESSION);
    sessions = new Session[(int) Math.min(count, settings.users())];
    for (int i = 0; i < sessions.length; i++) {
      sessions[i] = new Session(dimension);
    }
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public SimulatedEvent next() {
    double passed = sequence * millisPerEvent;
    long time = settings.start().toEpochMilli() + (long) passed;
    int hour = (int) Math.floorMod(Math.floorDiv(time, MILLIS_PER_HOUR), (long) Situation.HOURS);
    Session session = sessions[random.nextInt(sessions.length)];
    if (session.ended()) {
      long user = userNumbers.apply(userRanks.sample(random) - 1);
      session.start(user, users, passed / MILLIS_PER_DAY, random);
    }
    int item = (int) itemNumbers.apply(itemRanks.sample(random) - 1);
    outcome.compute(session, item, hour);
    int step = draw();
    UserEvent event =
        new UserEvent(
            idPrefix + sequence,
            null,
            session.userId,
            Items.id(item),
            actions.get(step),
            labels.value(step, item, outcome, random),
            1f,
            Instant.ofEpochMilli(time),
            context(session, hour),
            features(session, item));
    session.position++;
    sequence++;
    return new SimulatedEvent(event, labels.truth(item, outcome));
  }

  private int draw() {
    double draw = random.nextDouble();
    int step = 0;
    while (step + 1 < actions.size() && draw < outcome.reached(step + 1)) {
      step++;
    }
    return step;
  }

  private Map<String, String> context(Session session, int hour) {
    return situation.context(session.age, session.gender, session.device, session.placement, hour);
  }

  private Map<String, Double> features(Session session, int item) {
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("sessionPosition", (double) session.position);
    if (settings.scenario() == Scenario.ECOMMERCE) {
      features.put("price", items.price(item));
    }
    return features;
  }
}
