using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Addressees;

/// <summary>
/// Which addresses may be told because a helpdesk names them as a ticket's assignee or group. Whoever can send events can write any
/// address there, so an administrator may name the domains that are meant. Contacts of an agreement are not asked about: an administrator
/// has written them.
/// </summary>
public sealed class AllowedRecipients : ICounts
{
    /// <summary>How many refusals are remembered, so that each is said once; then it begins anew.</summary>
    private const int MostRemembered = 10_000;

    private readonly FrozenSet<string> _domains;
    private readonly ILogger<AllowedRecipients> _logger;
    private readonly Lock _noting = new();
    private readonly HashSet<(string TicketId, string Word, string Address)> _noted = [];
    private long _outside;
    private long _malformed;

    /// <summary>Reads the setting.</summary>
    public AllowedRecipients(IOptions<RecipientOptions> options, ILogger<AllowedRecipients> logger)
    {
        ArgumentNullException.ThrowIfNull(options);

        _domains = options.Value.Domains.Select(Coded).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _logger = logger;
    }

    /// <inheritdoc />
    /// <remarks>
    /// <c>recipients.outsideAllowedDomains</c> and <c>recipients.malformed</c>: assignees and groups of tickets that were not told, because
    /// their address is outside of <see cref="RecipientOptions.AllowedDomains"/>, or is none that anybody is told at.
    /// </remarks>
    public IReadOnlyDictionary<string, long> Read()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        if (Interlocked.Read(ref _outside) is > 0 and var outside) counts["recipients.outsideAllowedDomains"] = outside;
        if (Interlocked.Read(ref _malformed) is > 0 and var malformed) counts["recipients.malformed"] = malformed;
        return counts;
    }

    /// <summary>Whether somebody may be told at an address. Where not, that is counted and said, once for each ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="word">The word of the agreement that stands for them: <c>assignee</c> or <c>group</c>.</param>
    /// <param name="name">What the helpdesk wrote, which may be a name and no address.</param>
    internal bool Allow(string ticketId, string word, string name)
    {
        if (!BareAddress.TryParse(name, out _))
        {
            // The name of a person whom no contact is known as is nothing unusual; what looks like an address is.
            if (name.Contains('@', StringComparison.Ordinal) && IsNews(ticketId, word, name))
            {
                Interlocked.Increment(ref _malformed);
                _logger.MalformedRecipient(ticketId, word);
            }

            return false;
        }

        if (_domains.Count == 0 || _domains.Contains(Coded(name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..]))) return true;

        if (IsNews(ticketId, word, name))
        {
            Interlocked.Increment(ref _outside);
            _logger.RecipientOutside(ticketId, word);
        }

        return false;
    }

    private bool IsNews(string ticketId, string word, string name)
    {
        lock (_noting)
        {
            if (_noted.Count >= MostRemembered) _noted.Clear();
            return _noted.Add((ticketId, word, name));
        }
    }

    /// <summary>A domain in its coded form, so that both ways to write it are one.</summary>
    private static string Coded(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
