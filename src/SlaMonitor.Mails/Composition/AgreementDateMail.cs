using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Writes the mail that tells a contact of one of the agreement's own dates.</summary>
public static class AgreementDateMail
{
    private const int LongestTitle = 100;

    /// <param name="id">The mail's id.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="notice">The date.</param>
    public static Mail Of(string id, Reader reader, Instant date, AgreementDateNotice notice)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(notice);

        var wording = Wording.For(reader.Language);
        var harmless = notice with { Title = HarmlessText.Of(notice.Title, LongestTitle) };
        return PlainMail.Of(
            id, reader.Address, wording, date, wording.DateSubject(harmless),
            [.. wording.DateParagraphs(harmless, notice.At?.InZone(reader.TimeZone)).Select(text => (string[])[text])]);
    }
}
