using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>Which clocks a channel may have been told of, so that it has to hear how they go on.</summary>
internal static class ChannelFollowing
{
    /// <param name="clock">The clock.</param>
    /// <param name="fired">The steps and all-clears of its ticket that were fired.</param>
    public static bool Holds(Clock clock, IReadOnlyCollection<StepId> fired) =>
        fired.Count > 0
        && clock.Agreement.Contacts.Values.Any(contact => contact.Channels.Any(channel => channel.Follows))
        && fired.Any(step => step.IsOf(clock.Id));
}
