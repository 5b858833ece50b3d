using SlaMonitor.Samples;

namespace SlaMonitor.Agreements.Tests;

/// <summary>Files that are no YAML are refused in words that say what to look at.</summary>
public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("a: b\nc: d: e", "1.yaml:2:5: error: a colon followed by a space stands inside a value; put the value in quotes")]
    [InlineData("a: \"b\": c", "1.yaml:1:7: error: a colon is not expected here; check the indentation, or put the value in quotes")]
    [InlineData(
        "a:\n  - b\n  c: d",
        "1.yaml:3:3: error: this does not fit the list above; check its indentation, and that it begins with '- '")]
    [InlineData("a: { b: c d: e }", "1.yaml:1:12: error: a comma or a closing } is missing before this")]
    [InlineData("a: 'b\n---\nc: d", "1.yaml:1:4: error: this quote is not closed before the document ends")]
    [InlineData("a: \"b\\q\"", "1.yaml:1:4: error: a backslash means something in double quotes; use single quotes, or write two")]
    [InlineData("a: @b", "1.yaml:1:4: error: no value can begin with this character; put the value in quotes")]
    [InlineData("a: b\n\tc: d", "1.yaml:2:1: error: a tab stands where the line is indented; indent with spaces")]
    public void Load_TextThatIsNoYaml_SaysWhatToLookAt(string text, string said) =>
        Assert.Equal(said, TestFiles.Load(text).Problems[0].ToString());

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    public void Load_ValueThatIsNothing_IsAsIfItWereNotGiven(string nothing) =>
        Assert.Empty(TestFiles.Load(TestFiles.Small(more: $"fallbackContact: {nothing}")).Problems);

    [Fact]
    public void Load_ControlCharacter_IsRefused() =>
        Assert.NotEmpty(TestFiles.Load(TestFiles.Small(more: "# \0")).Problems);
}
