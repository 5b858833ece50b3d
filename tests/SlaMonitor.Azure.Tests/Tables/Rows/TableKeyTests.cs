using System.Text;
using CsCheck;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Samples;

namespace SlaMonitor.Azure.Tests.Tables.Rows;

public sealed class TableKeyTests
{
    [Theory]
    [InlineData("HD-4711", "HD-4711")]
    [InlineData("anna@example.com", "anna@example.com")]
    [InlineData("a/b\\c#d?e%f", "a~2Fb~5Cc~23d~3Fe~25f")]
    [InlineData("a~2Fb", "a~7E2Fb")]
    [InlineData("漢", "~E6~BC~A2")]
    public void Of_Text_IsLegible(string text, string key) => Assert.Equal(key, TableKey.Of(text));

    [Fact]
    public void Of_SeveralTexts_AreToldApart() => Assert.NotEqual(TableKey.Of("a", "b:c"), TableKey.Of("a:b", "c"));

    [Fact]
    public void Of_AnyShortText_CanBeReadBack() => TicketText.Keys.Sample(text =>
    {
        var key = TableKey.Of(text);
        if (key.Length < TableKey.Longest) Assert.Equal(text, Decode(key));
    });

    [Fact]
    public void Of_LongTexts_AreShortAndDifferent()
    {
        var beginning = new string('漢', 1_000);

        Assert.Equal(TableKey.Longest, TableKey.Of(beginning + "1").Length);
        Assert.NotEqual(TableKey.Of(beginning + "1"), TableKey.Of(beginning + "2"));
        Assert.Contains("~~", TableKey.Of(beginning), StringComparison.Ordinal);
    }

    /// <summary>As docs/azure.md says: <c>~</c> and two digits are a byte of UTF-8.</summary>
    private static string Decode(string key)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '~') bytes.Add(Convert.FromHexString(key.AsSpan(i + 1, 2))[0]);
            else bytes.Add((byte)key[i]);
            if (key[i] == '~') i += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
