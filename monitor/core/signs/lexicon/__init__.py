"""The words of pages that are not the page: data, by kind and language. How they weigh is told in `saying.py`.

Drawn up by hand from the messages of common servers (Apache httpd, nginx, IIS, Tomcat), content systems, hosting panels
and firewalls, and from how sites say it. A language stands here only where its words are sure.
"""
