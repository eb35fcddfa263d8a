namespace MonitoringReturns.Workbooks;

/// <summary>What the file says of itself. All of it comes from the caller, so that the same input gives the same bytes.</summary>
/// <param name="Title">The report's name.</param>
/// <param name="Subject">What it covers, such as the programme and the period.</param>
/// <param name="Creator">Who made it: a person, an organisation or the portal.</param>
/// <param name="Company">The organisation it was made for.</param>
/// <param name="Created">When; also the time of every part inside the file, which keeps years 1980 to 2107.</param>
public sealed record WorkbookProperties(string Title, string Subject, string Creator, string Company, DateTimeOffset Created);
