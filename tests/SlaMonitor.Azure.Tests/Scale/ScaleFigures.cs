namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>What a simulation came to.</summary>
/// <param name="Told">The notifications that people were told of, and how long after the tick; one for each time of telling.</param>
/// <param name="Recorded">From the tick until the state of the last ticket said so.</param>
/// <param name="Mails">How many mails.</param>
/// <param name="TableRequests">How many requests to Table storage.</param>
/// <param name="Conflicts">How many of them were refused because somebody else had written the row.</param>
internal sealed record ScaleFigures(
    IReadOnlyList<(string Notification, Duration After)> Told, Duration Recorded, int Mails, int TableRequests, int Conflicts)
{
    /// <summary>From the tick until so many of a hundred notifications had been told.</summary>
    public Duration ToldAfter(int percent) => Told[(Told.Count * percent / 100) - 1].After;
}
