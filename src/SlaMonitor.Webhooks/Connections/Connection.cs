using NodaTime;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Connections;

/// <summary>One helpdesk that may send, made ready: its kind, its keys, and what its words mean.</summary>
public sealed class Connection
{
    private readonly Keyring _keyring;

    internal Connection(HelpdeskKind kind, Keyring keyring, Vocabulary vocabulary) =>
        (Kind, _keyring, Vocabulary) = (kind, keyring, vocabulary);

    /// <summary>The name, in small letters: the last part of the address, and what stands before the ids of its tickets.</summary>
    public string Name => Vocabulary.Connection;

    /// <summary>The helpdesk.</summary>
    public HelpdeskKind Kind { get; }

    /// <summary>Whether its secret has come from where it is kept. Until then nothing that is sent can be told from a forgery.</summary>
    public bool HasSecret => _keyring.Keys.Count > 0;

    internal Vocabulary Vocabulary { get; }

    /// <summary>Whether a request comes from the holder of the secret.</summary>
    public Verdict Verify(WebhookRequest request, Instant now) => HasSecret ? Kind.Verify(request, _keyring, now) : Verdict.NoSecret;

    /// <summary>The answer to a challenge of the helpdesk's; <c>null</c> where it is not in the form of one.</summary>
    public string? Answer(string challenge) => Kind.Answer(challenge, _keyring);
}
