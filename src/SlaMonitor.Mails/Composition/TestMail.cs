using NodaTime;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Writes the mail that only shows that mails arrive.</summary>
public static class TestMail
{
    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="language">The language that is read there.</param>
    /// <param name="date">When it is written.</param>
    public static Mail Of(string id, string to, string language, Instant date)
    {
        var wording = Wording.For(language);
        return PlainMail.Of(id, to, wording, date, wording.TestSubject, [.. wording.TestParagraphs.Select(text => (string[])[text])]);
    }
}
