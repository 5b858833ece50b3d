using Azure.Data.Tables;
using SlaMonitor.Azure.Tables.Access;

namespace SlaMonitor.Azure.Tests.Tables.Access;

/// <summary>What Azurite lets through and Azure refuses.</summary>
public sealed class RowGuardTests
{
    [Fact]
    public void Transaction_AllThatIsAllowed_Passes() =>
        RowGuard.ThrowIfWrong([.. Enumerable.Range(0, 100).Select(n => Action(Row("p", $"{n}")))]);

    [Fact]
    public void Transaction_TwoPartitions_IsRefused() => Refused("one partition", Row("p", "1"), Row("q", "2"));

    [Fact]
    public void Transaction_101Rows_IsRefused() =>
        Refused("1 to 100 rows, not 101", [.. Enumerable.Range(0, 101).Select(n => Row("p", $"{n}"))]);

    [Fact]
    public void Transaction_OneRowTwice_IsRefused() => Refused("each row once", Row("p", "1"), Row("p", "1"));

    [Fact]
    public void Transaction_Over4Mebibytes_IsRefused() =>
        Refused("at most 4194304 bytes", [.. Enumerable.Range(0, 30).Select(n => Row("p", $"{n}", new string('漢', 32_000)))]);

    [Fact]
    public void Row_TextOver32KiCharacters_IsRefused() =>
        Refused("Column c0 of the row '1' of partition 'p' is over 64 KiB", Row("p", "1", new string('a', 32 * 1024 + 1)));

    [Fact]
    public void Row_BinaryOver64KiB_IsRefused() => Refused("over 64 KiB", Row("p", "1", new byte[(64 * 1024) + 1]));

    [Fact]
    public void Row_OverOneMebibyte_IsRefused() =>
        Refused("keeps rows of at most 1048576", Row("p", "1", [.. Enumerable.Repeat(new string('a', 32 * 1024), 17)]));

    [Fact]
    public void Row_253Columns_IsRefused() => Refused("over 252 columns", Row("p", "1", [.. Enumerable.Repeat("a", 253)]));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0080b")]
    public void Key_ForbiddenCharacter_IsRefused(string key)
    {
        Refused("has a key", Row(key, "1"));
        Refused("has a key", Row("p", key));
    }

    [Fact]
    public void Key_513Characters_IsRefused() => Refused("has a key that is over 512", Row("p", new string('a', 513)));

    private static void Refused(string reason, params TableEntity[] rows)
    {
        var e = Assert.Throws<InvalidOperationException>(() => RowGuard.ThrowIfWrong([.. rows.Select(Action)]));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    private static TableTransactionAction Action(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableEntity Row(string partition, string key, params object[] values)
    {
        var row = new TableEntity(partition, key);
        for (var n = 0; n < values.Length; n++) row[$"c{n}"] = values[n];
        return row;
    }
}
