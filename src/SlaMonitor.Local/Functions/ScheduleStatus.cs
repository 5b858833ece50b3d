namespace Microsoft.Azure.Functions.Worker;

/// <summary>A monitored timer's last and next occurrence, in UTC.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
