using SlaMonitor.Mails.Pages;

namespace SlaMonitor.Mails.Preview;

/// <summary>An acknowledge page to look at.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Page">What is on it.</param>
public sealed record PageSample(string Name, AcknowledgePage Page);
