namespace SlaMonitor.Monitoring.Board;

/// <summary>A helpdesk that may send, as the page about the monitor shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which helpdesk it is.</param>
/// <param name="HasSecret">Whether its secret has come from where it is kept.</param>
public sealed record ShownConnection(string Name, string Kind, bool HasSecret);
