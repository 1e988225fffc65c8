package dev.transponder;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("transponder");
  }
}
