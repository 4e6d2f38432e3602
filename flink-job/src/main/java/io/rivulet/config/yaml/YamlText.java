package io.rivulet.config.yaml;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML to its nodes, which know their lines. */
final class YamlText {
  private YamlText() {}

  /** The root node of a text that holds one document. */
  static Node parse(String text, Place start) {
    Node root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw syntaxError(e, text, start);
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw onLine(line, start)
          .error(String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()));
    } catch (YAMLException e) {
      throw start.error("not valid YAML: " + e.getMessage());
    }
    if (root == null) {
      throw start.error("the configuration is empty; write at least the required keys");
    }
    return root;
  }

  private static ConfigException syntaxError(
      MarkedYAMLException problem, String text, Place start) {
    Mark mark = problem.getProblemMark();
    if (mark == null) {
      return start.error("not valid YAML: " + problem.getProblem());
    }
    String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
    // The parser's words may quote the line, and the line may hold a secret.
    String detail = Secrets.named(line) ? "put the value between quotes" : problem.getProblem();
    return onLine(mark.getLine() + 1, start)
        .error("not valid YAML, column " + (mark.getColumn() + 1) + ": " + detail);
  }

  private static Place onLine(int line, Place start) {
    return new Place(start.source(), line, start.path(), true);
  }
}
