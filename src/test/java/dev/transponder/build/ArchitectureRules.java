package dev.transponder.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules that hold between classes, for any root package, so that violations can be planted. */
record ArchitectureRules(Rooms rooms) {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.management.ThreadMXBean.getCurrentThreadCpuTime",
          "java.lang.Math.random",
          "java.util.Date.<init>",
          "java.util.Random.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault");

  List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    rooms.all().forEach(room -> rules.add(keepsToItsImports(room)));
    rules.addAll(
        List.of(
            nobodyImportsTheRoot(),
            noRoomIsUnplanned(),
            noCycles(),
            noClockOutsideTheRoot(),
            onlyTheStoreSpeaksSql(),
            leavesHideTheirLibraries(),
            namesSaySomething(),
            everyPackageIsNullMarked(),
            classesAreFinal(),
            recordsHoldNoArrays()));
    return rules;
  }

  ArchRule keepsToItsImports(Rooms.Room room) {
    return classes()
        .that()
        .resideInAPackage(rooms.root() + "." + room.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room.uses().toArray(String[]::new))
        .as("room " + room.name() + " keeps to its imports")
        .allowEmptyShould(true);
  }

  ArchRule nobodyImportsTheRoot() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(rooms.root())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(rooms.root());
  }

  ArchRule noRoomIsUnplanned() {
    String[] planned =
        Stream.concat(
                Stream.of(rooms.root()),
                rooms.all().stream().map(room -> rooms.root() + "." + room.name()))
            .toArray(String[]::new);
    return classes().should().resideInAnyPackage(planned).as("every package is a planned room");
  }

  ArchRule noCycles() {
    return slices().matching(rooms.root() + ".(*)").should().beFreeOfCycles();
  }

  ArchRule noClockOutsideTheRoot() {
    DescribedPredicate<CodeUnitCallTarget> clock =
        DescribedPredicate.describe(
            "the clock or chance",
            target -> CLOCKS.contains(target.getOwner().getName() + "." + target.getName()));
    return noClasses()
        .that()
        .resideOutsideOfPackage(rooms.root())
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe("reads the clock", call -> clock.test(call.getTarget())))
        .as("time and randomness are injected");
  }

  ArchRule onlyTheStoreSpeaksSql() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(rooms.root() + ".store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .as("only the store speaks SQL");
  }

  ArchRule leavesHideTheirLibraries() {
    return classes()
        .that(DescribedPredicate.describe("are leaves", type -> rooms.isLeaf(room(type))))
        .and(DescribedPredicate.describe("can be seen", ArchitectureRules::isVisible))
        .should(new ShowsNoLibrary(rooms.root()))
        .allowEmptyShould(true);
  }

  ArchRule namesSaySomething() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Services?|Items?|Articles?|Posts?)");
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            condition(
                "live in a package that is @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
  }

  ArchRule classesAreFinal() {
    return classes()
        .that()
        .areNotInterfaces()
        .and()
        .areTopLevelClasses()
        .should(
            condition(
                "be final: classes are not inherited from",
                type ->
                    type.isEnum()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getSimpleName().equals("package-info")));
  }

  ArchRule recordsHoldNoArrays() {
    return classes()
        .that()
        .areRecords()
        .should(
            condition(
                "hold no arrays",
                type -> type.getFields().stream().noneMatch(field -> field.getRawType().isArray())))
        .allowEmptyShould(true);
  }

  /** A public type inside a package-private one cannot be seen from outside. */
  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureRules::isVisible).orElse(true);
  }

  private String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(rooms.root() + ".") ? name.substring(rooms.root().length() + 1) : "";
  }

  private static ArchCondition<JavaClass> condition(
      String description, Predicate<JavaClass> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, holds.test(type), type.getName() + " does not " + description));
      }
    };
  }

  /** No public method, constructor or field of a leaf shows a type of its library. */
  private static final class ShowsNoLibrary extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> ours;

    ShowsNoLibrary(String root) {
      super("show no type of a library");
      this.ours =
          resideInAPackage(root + "..")
              .or(resideInAPackage("java.."))
              .or(DescribedPredicate.describe("a primitive", JavaClass::isPrimitive));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getCodeUnits().stream()
          .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
          .forEach(
              unit ->
                  Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                      .map(JavaType::toErasure)
                      .map(JavaClass::getBaseComponentType)
                      .filter(ours.negate())
                      .forEach(
                          shown ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      unit, unit.getFullName() + " shows " + shown.getName()))));
    }
  }
}
