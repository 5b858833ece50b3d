using SlaMonitor.Mails.Board;

namespace SlaMonitor.Mails.Preview;

/// <summary>The board to look at.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Page">What is on it.</param>
public sealed record BoardSample(string Name, BoardPage Page);
