package io.rivulet.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableTest {
  /** Labels stand on topics and in hashes, codes in state: neither may change. */
  @ParameterizedTest
  @CsvSource({"USER, user, 0", "ITEM, item, 1", "DENSE, dense, 2"})
  void labelsAndCodesStay(Table table, String label, byte code) {
    assertThat(table.label()).isEqualTo(label);
    assertThat(table.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByLabelAndCode(Table table) {
    assertThat(Table.ofLabel(table.label())).isSameAs(table);
    assertThat(Table.ofCode(table.code())).isSameAs(table);
  }

  @Test
  void whatIsNoTableIsNamed() {
    assertThatThrownBy(() -> Table.ofLabel("weights")).hasMessage("no table is called 'weights'");
    assertThatThrownBy(() -> Table.ofCode((byte) 9)).hasMessage("no table has the code 9");
  }
}
