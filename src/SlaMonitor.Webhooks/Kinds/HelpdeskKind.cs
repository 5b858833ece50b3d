using System.Text;
using NodaTime;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Kinds;

/// <summary>
/// How one helpdesk speaks: how it proves who it is, and what its events mean. Knows nothing of stores, clocks or promises.
/// </summary>
public abstract class HelpdeskKind
{
    /// <summary>The name that a configuration has for it.</summary>
    public abstract string Name { get; }

    /// <summary>What is usual for this helpdesk, where a connection does not say otherwise.</summary>
    internal abstract Traits Traits { get; }

    /// <summary>Whether everything is said in the body, as a JSON object; else headers say some of it, or the body is a list.</summary>
    internal virtual bool NeedsBody => true;

    /// <summary>Whether a request comes from the holder of the secret. Looked at before anything in the body is.</summary>
    public abstract Verdict Verify(WebhookRequest request, Keyring keyring, Instant now);

    /// <summary>Says what a genuine request means, in our words.</summary>
    internal abstract void Translate(Translator translator);

    /// <summary>Reads the helpdesk's exports; <c>null</c> where it has none that we read.</summary>
    internal virtual ExportReader? CreateExportReader() => null;

    /// <summary>
    /// The answer by which the helpdesk knows that we have the secret; <c>null</c> where it asks for none, or not in this form.
    /// </summary>
    public virtual string? Answer(string challenge, Keyring keyring) => null;

    /// <summary>The name of the query parameter that holds a challenge; <c>null</c> where the helpdesk makes none.</summary>
    public virtual string? ChallengeParameter => null;

    /// <summary>The key that a secret stands for, or <c>null</c> with what is wrong with it.</summary>
    internal virtual byte[]? KeyOf(string secret, out string problem)
    {
        problem = string.Empty;
        return Encoding.UTF8.GetBytes(secret);
    }
}
