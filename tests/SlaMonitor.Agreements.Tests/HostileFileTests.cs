using System.Diagnostics;
using System.Text;
using CsCheck;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

/// <summary>Whatever the bytes, loading ends soon, and with an error that says where and what.</summary>
public sealed class HostileFileTests
{
    // Rows are named, not passed: the runner would write megabytes into the name of a test.
    private static readonly Dictionary<string, (byte[] Content, string Error)> Known = new(StringComparer.Ordinal)
    {
        ["billion laughs"] =
            (Text("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"), "hostile.yaml:1:4: error: '&a' is an anchor"),
        ["ten megabytes"] =
            (new byte[10 * 1024 * 1024], "hostile.yaml:1:1: error: the file has 10485760 bytes; an agreement has at most 262144"),
        ["deep flow list"] = (Text(new string('[', 200_000)), "hostile.yaml:1:25: error: this is nested deeper than 24 levels"),
        ["deep flow mapping"] = (Text(new string('{', 200_000)), "hostile.yaml:1:25: error: this is nested deeper than 24 levels"),
        ["deep block list"] =
            (Text(string.Concat(Enumerable.Repeat("- ", 100_000))), "hostile.yaml:1:49: error: this is nested deeper than 24 levels"),
        ["deep keys"] =
            (Text(string.Concat(Enumerable.Repeat("? ", 100_000))), "hostile.yaml:1:49: error: this is nested deeper than 24 levels"),
        ["many unknown keys"] = (
            Text(string.Concat(Enumerable.Range(0, 25_000).Select(i => $"k{i}: x\n"))),
            "hostile.yaml:1:1: error: 'k0' is no key of an agreement"),
        ["one long name"] = (Text($"agreement: {new string('x', 200_000)}\n"), "hostile.yaml:1:1: error: an agreement needs 'timeZone'"),
        ["many documents"] =
            (Text(string.Concat(Enumerable.Repeat("--- x\n", 40_000))), "hostile.yaml:1:5: error: a single value stands here"),
        ["name of two lines"] = (
            Text(TestFiles.Small().Replace("agreement: support", "agreement: \"a\\n\"", StringComparison.Ordinal)),
            "hostile.yaml:1:12: error: 'a ' is not a name"),
        ["one long value"] =
            (Text($"version: {new string('x', 200_000)}\nagreement: a\n"), "hostile.yaml:1:1: error: an agreement needs 'timeZone'"),
        ["one long line of quotes"] =
            (Text($"agreement: \"{new string(' ', 200_000)}"), "hostile.yaml:1:12: error: this quote is never closed"),
        ["UTF-16"] = (
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("agreement: x")).ToArray(),
            "hostile.yaml:1:1: error: the file is in UTF-16; save it as UTF-8"),
        ["Latin 1"] = (
            Encoding.Latin1.GetBytes("agreement: x\ntitle: Müll\n"),
            "hostile.yaml:2:9: error: the byte 0xFC is not UTF-8; save the file as UTF-8"),
        ["binary"] = (
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
            "hostile.yaml:1:5: error: the control character U+0002 cannot be in a text; this looks like a binary file"),
        ["nothing"] = ([], "hostile.yaml:1:1: error: there is no agreement in this file"),
        ["only a byte order mark"] = (Encoding.UTF8.GetPreamble(), "hostile.yaml:1:1: error: there is no agreement in this file"),
        ["merge key"] = (Text("<<: { agreement: x }\n"), "hostile.yaml:1:1: error: '<<' is no key of an agreement"),
    };

    public static TheoryData<string> Files => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_HostileFile_EndsSoonWithAClearError(string what)
    {
        var (content, error) = Known[what];
        var watch = Stopwatch.StartNew();

        var load = AgreementLoader.Load([new AgreementText("hostile.yaml", content)]);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{what} took {watch.Elapsed}");
        Assert.Null(load.Book);
        Assert.StartsWith(error, load.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.InRange(load.Problems.Count, 1, 101);
        Assert.All(load.Problems, problem => Assert.InRange(problem.Message.Length, 1, 1000));
    }

    [Fact]
    public void Load_ByteOrderMarkAndWindowsLineEnds_AreNoMatter()
    {
        var text = TestFiles.Small().ReplaceLineEndings("\r\n");

        var load = AgreementLoader.Load(
            [new AgreementText("a.yaml", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray())]);

        Assert.Empty(load.Problems);
        Assert.NotNull(load.Book);
    }

    /// <summary>The YAML scanner has bugs that end in exceptions of their own; none may come out.</summary>
    [Fact]
    public void Load_SampleWithAnyDamage_NeverThrows()
    {
        var sample = File.ReadAllText(TestFiles.Data("standard-support.yaml"));
        const string Marks = "[]{}:,-?&*!|>'\"%@`# \t\n\\\0é";
        var damage = Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Int[0, 40], Gen.Int[0, Marks.Length - 1]).Array[1, 4];

        damage.Sample(
            places =>
            {
                var text = new StringBuilder(sample);
                foreach (var (at, length, mark) in places)
                {
                    var start = Math.Min(at, text.Length);
                    text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, Marks[mark]);
                }

                var load = AgreementLoader.Load([new AgreementText("a.yaml", Encoding.UTF8.GetBytes(text.ToString()))]);
                return load.Book is not null || load.Problems.Any(problem => problem.Severity == ProblemSeverity.Error);
            },
            iter: 1500);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
