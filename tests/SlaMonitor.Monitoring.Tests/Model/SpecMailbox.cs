namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>When each person has to wait for their next mail, written down a second time. Times are minutes; a wait may end at half of one.</summary>
/// <param name="everyOf">The least time between two mails to a person.</param>
internal sealed class SpecMailbox(Func<string, int> everyOf)
{
    private readonly Dictionary<string, int> _lastMails = [];

    /// <summary>Nobody ever waits.</summary>
    public static SpecMailbox AtOnce { get; } = new(_ => 0);

    /// <summary>Until when somebody is to be told of something at the latest; a time gone by where it does not wait.</summary>
    public double Until(string who, SpecThing thing)
    {
        if (!_lastMails.TryGetValue(who, out var last) || thing.IsPressing) return thing.Ready;

        var gap = thing.Due is { } due ? Math.Min(everyOf(who), (due - thing.Ready) / 2.0) : everyOf(who);
        if (gap <= 0) return thing.Ready;

        var until = Math.Min(last, thing.Since) + gap;
        return until >= thing.Due || (thing.IsQuietAt?.Invoke(until) ?? false) ? thing.Ready : until;
    }

    public void Mailed(string who, int now) => _lastMails[who] = now;
}
