package dev.transponder.feed;

import dev.transponder.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The people of an entry or a feed, in whichever vocabulary; each name once. */
final class People {
  private static final Pattern EMAIL =
      Pattern.compile("(?:mailto:)?([\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w.-]{1,255})");

  private People() {}

  /** Authors of an RSS or Atom element, its own vocabulary first. */
  static List<Person> authors(Element parent) {
    return all(parent, People::isAuthor);
  }

  /** Contributors of an RSS or Atom element (RFC 4287 section 4.2.3, Dublin Core). */
  static List<Person> contributors(Element parent) {
    return all(parent, People::isContributor);
  }

  private static List<Person> all(Element parent, Predicate<Element> which) {
    List<Person> people = new ArrayList<>();
    for (Element child : Elements.children(parent)) {
      if (which.test(child)) {
        add(people, child);
      }
    }
    return people;
  }

  private static boolean isContributor(Element element) {
    return element.getName().equals("contributor")
        && !element.getNamespace().equals(Namespaces.OTHER);
  }

  private static boolean isAuthor(Element element) {
    String name = element.getName().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "author" -> !element.getNamespace().equals(Namespaces.OTHER);
      case "creator" ->
          element.getNamespace().equals(Namespaces.DC)
              || element.getNamespace().equals(Namespaces.DCTERMS);
      case "managingeditor" -> element.getNamespace().equals(Namespaces.NONE);
      default -> false;
    };
  }

  private static void add(List<Person> people, Element element) {
    String name = part(element, "name");
    String uri = part(element, "uri");
    String email = part(element, "email");
    if (name == null && uri == null && email == null) {
      String text = Elements.text(element);
      add(people, text == null ? null : fromText(text));
      return;
    }
    String shown = name != null ? PlainText.fold(name) : email != null ? email : uri;
    add(people, person(shown, uri, email));
  }

  private static @Nullable String part(Element person, String name) {
    for (Element child : Elements.children(person)) {
      if (child.getName().equalsIgnoreCase(name)) {
        return Elements.text(child);
      }
    }
    return null;
  }

  private static void add(List<Person> people, @Nullable Person person) {
    if (person == null) {
      return;
    }
    boolean known = people.stream().anyMatch(other -> other.name().equals(person.name()));
    if (!known && people.size() < Limits.LIST) {
      people.add(person);
    }
  }

  /** "joe@example.org (Joe Doe)", "Joe Doe &lt;joe@example.org&gt;", "Joe Doe". */
  static @Nullable Person fromText(String text) {
    Matcher email = EMAIL.matcher(text);
    if (!email.find()) {
      return person(PlainText.ofLikelyHtml(text), null, null);
    }
    String rest = text.substring(0, email.start()) + " " + text.substring(email.end());
    String name = PlainText.fold(rest.replaceAll("[()<>\\[\\]\"]", " "));
    String address = email.group(1);
    return person(name.isEmpty() ? address : name, null, address);
  }

  private static @Nullable Person person(
      @Nullable String name, @Nullable String uri, @Nullable String email) {
    String line = Limits.line(name);
    return line == null ? null : new Person(line, Limits.url(uri), Limits.line(email));
  }
}
