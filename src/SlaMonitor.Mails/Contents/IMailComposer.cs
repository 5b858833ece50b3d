namespace SlaMonitor.Mails.Contents;

/// <summary>Puts the contents of a mail into words, in both of its forms.</summary>
public interface IMailComposer
{
    /// <summary>Composes the mail. Pure: the same contents give the same mail.</summary>
    Mail Compose(MailContents contents);
}
