namespace SlaMonitor.EndToEnd.Crash;

/// <summary>A CloudEvent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">The whole of it, as it is posted.</param>
internal sealed record PostedEvent(string Id, string Json);
