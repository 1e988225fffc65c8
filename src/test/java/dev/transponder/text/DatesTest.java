package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-09-07T08:30:00Z                      | 2024-09-07T08:30:00Z
          June 2026                                 | 2026-06-01T00:00:00Z
          Juni 2026                                 | 2026-06-01T00:00:00Z
          dezember, 2025                            | 2025-12-01T00:00:00Z
          2024-09-07T08:30:00+02:00                 | 2024-09-07T06:30:00Z
          2024-09-07t08:30:00.123z                  | 2024-09-07T08:30:00.123Z
          2024-09-07T08:30+0530                     | 2024-09-07T03:00:00Z
          2024-09-07T24:00:00Z                      | 2024-09-08T00:00:00Z
          2024-09-07 08:30:00 -00:20                | 2024-09-07T08:50:00Z
          2024-09-07 08:30                          | 2024-09-07T08:30:00Z
          2024-09-07                                | 2024-09-07T00:00:00Z
          2024-09                                   | 2024-09-01T00:00:00Z
          2024                                      | 2024-01-01T00:00:00Z
          20240907                                  | 2024-09-07T00:00:00Z
          20240907T083000Z                          | 2024-09-07T08:30:00Z
          2024-251                                  | 2024-09-07T00:00:00Z
          2024-W36-6                                | 2024-09-07T00:00:00Z
          2024/9/7 8:05                             | 2024-09-07T08:05:00Z
          Fri, 2006/09/15 08:19:53 EDT              | 2006-09-15T12:19:53Z
          24-09-07                                  | 2024-09-07T00:00:00Z
          Sat, 07 Sep 2024 08:30:00 GMT             | 2024-09-07T08:30:00Z
          Sat, 07 Sep 2024 08:30:00 +0200           | 2024-09-07T06:30:00Z
          Sat,  7 Sep 24 08:30 PST                  | 2024-09-07T16:30:00Z
          7 September 2024                          | 2024-09-07T00:00:00Z
          September 7, 2024 8:30 PM                 | 2024-09-07T20:30:00Z
          Sep 7th, 2024 at 8:30am                   | 2024-09-07T08:30:00Z
          Sat, 07 Sept 2024 08:30:00 Etc/GMT        | 2024-09-07T08:30:00Z
          Sat Sep 07 2024 08:30:00 GMT+0200 (CEST)  | 2024-09-07T06:30:00Z
          Sat Sep  7 08:30:00 2024                  | 2024-09-07T08:30:00Z
          Sun Jul 15 01:16:00 +0000 2012            | 2012-07-15T01:16:00Z
          Thu, 30 Apr 2015 08:57:00 Europe/Berlin   | 2015-04-30T06:57:00Z
          Mon, 26 July 2004 16:31:00 ET             | 2004-07-26T20:31:00Z
          Mon, 26 January 2004 16:31:00 PT          | 2004-01-27T00:31:00Z
          2024年9月7日                               | 2024-09-07T00:00:00Z
          2024年09月07日 08:30:00                     | 2024-09-07T08:30:00Z
          2024年9月7日(土) 午後8時30分                  | 2024-09-07T20:30:00Z
          2024년 9월 7일 오전 8:30                     | 2024-09-07T08:30:00Z
          ２０２４年９月７日                              | 2024-09-07T00:00:00Z
          7. September 2024, 8:30 Uhr               | 2024-09-07T08:30:00Z
          Di, 10 Jun 2003 04:00:00 GMT              | 2003-06-10T04:00:00Z
          07.09.2024 08:30                          | 2024-09-07T08:30:00Z
          samedi 7 septembre 2024                   | 2024-09-07T00:00:00Z
          7 févr. 2024                              | 2024-02-07T00:00:00Z
          Κυρ, 11 Ιούλ 2004 12:00:00 EST            | 2004-07-11T17:00:00Z
          7 сентября 2024 г.                        | 2024-09-07T00:00:00Z
          2004. július 13.                          | 2004-07-13T00:00:00Z
          7 de septiembre de 2024                   | 2024-09-07T00:00:00Z
          7 września 2024                           | 2024-09-07T00:00:00Z
          Sat, 05/10/2024 08:30                     | 2024-10-05T08:30:00Z
          13/09/2024                                | 2024-09-13T00:00:00Z
          09/13/2024                                | 2024-09-13T00:00:00Z
          """)
  void aDateIsReadInAnyForm(String text, Instant expected) {
    assertThat(Dates.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "05/06/2012",
        "0000-00-00",
        "99999-01-01",
        "2024-02-30",
        "2024-13-01",
        "2024-09-07T25:00:00Z",
        "31 Feb 2024",
        "Sat, 07 Foo 2024 08:30:00 GMT",
        "2024-09-07T08:30:00+99:00",
        "version 2024.9.7 of the tool",
        "12",
        "9999-12-31T23:00:00-05:00",
        "7 lis 2024"
      })
  void whatIsNoDateOrMayBeTwoIsNone(String text) {
    assertThat(Dates.parse(text)).isNull();
  }
}
