using System.Text;
using System.Text.Json;
using SlaMonitor.Cli.Histories.Json;

namespace SlaMonitor.Cli.Tests.Histories;

/// <summary>Items of a file of JSON, however its pages were put together.</summary>
public sealed class JsonItemsTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[{\"n\":1},{\"n\":2}]", "0:1:2 [0] 1|0:1:10 [1] 2")]
    [InlineData("[{\"n\":1}][{\"n\":2}]", "0:1:2 [0] 1|1:1:11 [0] 2")]
    [InlineData("[ {\"n\":1},\n  {\"n\":2} ]\n\n[]\n[{\"n\":3}]\n", "0:1:3 [0] 1|0:2:3 [1] 2|2:5:2 [0] 3")]
    [InlineData("{\"n\":1}\n{\"n\":2}\n", "0:1:1  1|1:2:1  2")]
    [InlineData("\uFEFF{\"n\":1}", "0:1:1  1")]
    [InlineData(
        "{\"tickets\":[{\"n\":1},{\"n\":2}],\"users\":[{\"n\":3}],\"count\":2}{\"tickets\":[]}",
        "0:1:1 tickets[0] 1|0:1:1 tickets[1] 2|0:1:1 users[0] 3")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Read_GivesEachItem_WithItsPlace(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Read(text)));
    }

    /// <summary>An item may be larger than what is read at once, and a page is no larger than itself.</summary>
    [Fact]
    public void Read_ManyAndLargeItems_GivesAll()
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < 40; i++) text.Append(i == 0 ? "" : ",").Append($"\n{{\"n\":{i},\"body\":\"{new string('x', i * 20_000)}\"}}");
        text.Append("]\n").Append(text);

        var read = Read(text.ToString());

        Assert.Equal(80, read.Count);
        Assert.Equal("0:2:1 [0] 0", read[0]);
        Assert.Equal("0:41:1 [39] 39", read[39]);
        Assert.Equal("1:43:1 [0] 0", read[40]);
    }

    [Theory]
    [InlineData("[{\"n\":1},\n{\"n\":2", 1, 1)]
    [InlineData("{\"n\":1}\nno event", 1, 1)]
    public void Read_FileThatBreaksOff_GivesWhatWasBefore_AndThePlace(string text, int before, int line)
    {
        using var items = new JsonItems(_folder.Write("items.json", text), []);
        var read = 0;

        var wrong = Assert.ThrowsAny<JsonException>(() =>
        {
            foreach (var _ in items.Read()) read++;
        });

        Assert.Equal((before, line), (read, (int)wrong.LineNumber!));
    }

    private List<string> Read(string text)
    {
        using var items = new JsonItems(_folder.Write("items.json", text), ["tickets", "users"]);
        return [.. items.Read().Select(item => $"{item.Page}:{item.Line}:{item.Column} {item.Where} {item.Value.GetProperty("n")}")];
    }
}
