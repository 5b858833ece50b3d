using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Tests.Diagnostics;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a or b")]
    [InlineData("a b c", "a, b or c")]
    public void Or_Words_AreASentence(string words, string sentence) =>
        Assert.Equal(sentence, Sentences.Or(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("", "there is no contact 'laed', nor any other")]
    [InlineData("lead", "there is no contact 'laed'; there is lead")]
    [InlineData("lead lead", "there is no contact 'laed'; there is lead")]
    [InlineData("lead desk", "there is no contact 'laed'; there are lead and desk; did you mean lead?")]
    [InlineData("anna desk", "there is no contact 'laed'; there are anna and desk")]
    public void Unknown_Name_IsSaidWithThoseThatAreKnown(string known, string sentence) =>
        Assert.Equal(sentence, Sentences.Unknown("contact", "laed", known.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Shown_LongOrBrokenText_IsOneShortLine()
    {
        Assert.Equal("a b", Sentences.Shown("a\nb"));
        Assert.Equal(new string('x', 60), Sentences.Shown(new string('x', 60)));
        Assert.Equal(new string('x', 60) + "…", Sentences.Shown(new string('x', 61)));
    }

    [Fact]
    public void FirstSentence_OfAText_HasNoFullStop()
    {
        Assert.Equal("One", Sentences.FirstSentence("One. Two."));
        Assert.Equal("version 1.5 counts", Sentences.FirstSentence("version 1.5 counts."));
    }
}
